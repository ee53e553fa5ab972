using FiveVendors;

return await Sample.RunAsync(Console.Out);
