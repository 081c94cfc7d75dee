using OcpConformance.Cli;
using OcpConformance.Cli.Invocation;

return await Application.RunAsync(args, CommandContext.OfProcess);
