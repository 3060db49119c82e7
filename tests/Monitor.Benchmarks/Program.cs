using Monitor.Benchmarks;

// The first word chooses the measurement; the rest are its switches. Figures go to stdout, one a line.
return args switch
{
    ["put", .. var rest] => await CorpusPutBenchmark.Run(rest),
    ["search", .. var rest] => await SearchBenchmark.Run(rest),
    ["elasticsearch", .. var rest] => await ElasticsearchBenchmark.Run(rest),
    ["coordination", .. var rest] => await CoordinationBenchmark.Run(rest),
    ["match", .. var rest] => MatchBenchmark.Run(rest),
    ["percolate", .. var rest] => PercolateBenchmark.Run(rest),
    ["link", .. var rest] when rest is ["claim" or "release", ..] => await LinkBenchmark.Run(rest),
    ["pages", .. var rest] => await PagesBenchmark.Run(rest),
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
          elasticsearch [--url http://localhost:9200] [--posts 100000] [--shards 1]   puts and first pages of a cluster, beside SQLite in the same run
          coordination [--posts 1000000] [--window 10] [--minutes] [--sqlite] [--threads 0]   seconds and findings of each network of accounts that act together
          link claim    [--accounts 1000000] [--claims 40] [--file F]   a new claim against many accounts (10000000: about 10 GB, an hour)
          link release  [--claims 100000] [--accounts 10000]       a new release against many claims
          match      [--claims 100000] [--queries 200]             seconds to index claims, median and p95 of a query for an earlier check
          pages      --data FOLDER [--rounds 20]                   median and p95 of every page over a loaded data folder, in milliseconds at the client on the same machine
          percolate  [--queries 10000] [--documents 2000]          documents of 300 words a second against saved searches
        """);
    return 2;
}
