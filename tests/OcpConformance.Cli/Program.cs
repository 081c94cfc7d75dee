using OcpConformance.Cli;

return await Application.RunAsync(args, Surroundings.OfProcess);
