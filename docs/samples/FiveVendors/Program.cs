using FiveVendors;
using FiveVendors.Fleet;

return args switch
{
    [FleetWorker.Command, ..] => await FleetWorker.RunAsync(args),
    ["fleet", .. string[] options] => await FleetSample.RunAsync(options, Console.Out),
    _ => await Sample.RunAsync(Console.Out),
};
