using Monitor.Cli;

return await MonitorCli.Run(args);
