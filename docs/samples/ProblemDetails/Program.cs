using ProblemDetailsSample;

return await Sample.RunAsync(Console.Out);
