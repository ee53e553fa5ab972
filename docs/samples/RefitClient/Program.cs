using RefitSample;

return await Sample.RunAsync(Console.Out);
