using EventReceiverSample;

return await Sample.RunAsync(Console.Out);
