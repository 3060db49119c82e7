using Monitor.Benchmarks;

// The first word chooses the measurement; the rest are its switches. Figures go to stdout, one a line.
return args switch
{
    ["put", .. var rest] => await CorpusPutBenchmark.Run(rest),
    ["search", .. var rest] => await SearchBenchmark.Run(rest),
    ["percolate", .. var rest] => PercolateBenchmark.Run(rest),
    ["import", .. var rest] => await ImportBenchmark.Run(rest),
    ["read", .. var files] => ReadBenchmark.Run(files),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        usage: dotnet run -c Release --project tests/Monitor.Benchmarks -- WHAT [switches]
          import     [--posts 300000] [--peer ../shared/peers] [--no-peer] [--file CSV] [--runs 1] [--folder F] [--keep]
                     the whole import of a made-up release, and again, beside the plain Python loader; F holds file and data, --keep leaves them
          read       FILE…                                         rows a second of reading alone, beside CsvHelper
          put        [--posts 300000] [--batch 10000] [--file F]   posts a second into a new corpus file, then the same again
          search     [--posts 300000] [--rounds 20] [--file F]     median and p95 of each class of query, in milliseconds
          percolate  [--queries 10000] [--documents 2000]          documents of 300 words a second against saved searches
        """);
    return 2;
}
