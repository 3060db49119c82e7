using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Monitor.Core.Archives.Csv;

namespace Monitor.Tests.Archives;

public sealed class CsvReaderTests
{
    [Theory]
    [InlineData("a,b\n1,2\n", "1|2")]
    [InlineData("a,b\n1,2", "1|2")]
    [InlineData("a,b\r\n1,2\r\n", "1|2")]
    [InlineData("a,b\n\n\r\n1,\n", "1|")]
    [InlineData("a,b\n\"1\n\"\"x\"\"\",\"\"\n", "1\n\"x\"|")]
    [InlineData("a,b\n1\"2,x\"\n", "1\"2|x\"")]
    [InlineData("a,b\n\"1\",\"2\"\r\n", "1|2")]
    [InlineData("a,b\n\"1\",\"2\"", "1|2")]
    public void Sound_rows_are_read_as_RFC_4180_says(string text, string fields)
    {
        var row = Assert.Single(Rows(text));
        Assert.Equal((CsvFault.None, fields), (row.Fault, row.Fields));
    }

    [Fact]
    public void A_file_that_ends_inside_quotes_gives_one_bad_row() =>
        Assert.Equal([(CsvFault.None, 2L), (CsvFault.EndsInQuotes, 3L)], Faults("a,b\n1,2\n3,\"4\nand more\n"));

    [Fact]
    public void A_stray_quotation_mark_costs_one_row_and_not_those_behind_it()
    {
        Assert.Equal([(CsvFault.StrayQuote, 2L), (CsvFault.None, 3L), (CsvFault.None, 4L)], Faults("a,b\n1,\"x\n2,y\n\"3\",z\n"));
        Assert.Equal([(CsvFault.EndsInQuotes, 2L), (CsvFault.None, 3L), (CsvFault.None, 4L)], Faults("a,b\n1,\"x\n2,y\n3,z\n"));
        Assert.Equal([(CsvFault.StrayQuote, 2L), (CsvFault.None, 3L)], Faults("a,b\n\"1\"x,2\n3,z\n"));
    }

    [Fact]
    public void Wrong_widths_empty_records_and_NUL_bytes_are_told_apart()
    {
        Assert.Equal(
            [(CsvFault.Width, 2L), (CsvFault.Width, 3L), (CsvFault.Nul, 4L), (CsvFault.Empty, 5L), (CsvFault.Empty, 6L), (CsvFault.None, 7L)],
            Faults("a,b\n1\n1,2,3\n1,\0\n\"\",\"\"\n,\n1,2\n"));
    }

    [Fact]
    public void A_row_longer_than_the_cap_is_one_bad_row_and_reading_goes_on_behind_it()
    {
        var giant = new string('x', CsvReader.RowLimit * 3);
        Assert.Equal([(CsvFault.TooLong, 2L), (CsvFault.None, 3L)], Faults($"a,b\n{giant}\n1,2\n"));
        Assert.Equal([(CsvFault.TooLong, 2L), (CsvFault.None, 4L)], Faults($"a,b\n1,\"x\n{giant}\n1,2\n"));
    }

    [Fact]
    public void A_large_file_is_read_across_the_edges_of_the_buffer_with_exact_offsets()
    {
        var text = new StringBuilder("a,b\n");
        for (var i = 0; i < 40_000; i++)
        {
            text.Append(i).Append(",\"").Append('é', i % 97).Append("\n\"\"\"\n");
        }

        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        var number = 0;
        foreach (var row in Rows(bytes))
        {
            Assert.Equal(CsvFault.None, row.Fault);
            Assert.Equal($"{number}|{new string('é', number % 97)}\n\"", row.Fields);
            Assert.Equal(2 + 2L * number, row.Line);
            Assert.True(bytes.AsSpan((int)row.Offset).StartsWith(Encoding.UTF8.GetBytes($"{number},")));
            number++;
        }

        Assert.Equal(40_000, number);
    }

    /// <summary>Any table, written by RFC 4180 with either line end, is read back cell by cell.</summary>
    [Fact]
    public void Any_table_is_read_back_as_it_was_written()
    {
        var cell = Gen.Elements("", "a", "1,2", "say \"no\"", "two\nlines", "two\r\nlines", "\"", "تمام", " x ", "'", "😀").SelectMany(a => Gen.Elements("", "b", "\"\"", ",").Select(b => a + b));
        var table = Gen.ArrayOf(cell, 3).ListOf();
        Prop.ForAll(table.ToArbitrary(), Gen.Elements("\n", "\r\n").ToArbitrary(), (rows, end) =>
        {
            var text = "x,y,z" + end + string.Concat(rows.Select(r => string.Join(',', r.Select(c => $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + end));
            var read = Rows(text);
            Assert.Equal(rows.Select(r => r.All(c => c.Length == 0) ? "" : string.Join('|', r)), read.Select(r => r.Fields));
            Assert.All(read, r => Assert.True(r.Fault is CsvFault.None or CsvFault.Empty));
        }).QuickCheckThrowOnFailure();
    }

    /// <summary>Whatever the bytes, rows follow one another and every byte but empty lines is in one of them.</summary>
    [Fact]
    public void No_bytes_make_it_throw_and_none_are_lost()
    {
        byte[] letters = [(byte)'"', (byte)',', (byte)'\n', (byte)'\r', 0, 0xFF, 0xEF, (byte)'a', (byte)' '];
        Prop.ForAll(Gen.ArrayOf(Gen.Elements(letters)).Resize(300).ToArbitrary(), bytes =>
        {
            byte[] all = [.. "a,b\n"u8, .. bytes];
            var csv = new CsvReader(new MemoryStream(all));
            Assert.True(csv.Next());
            csv.Width = csv.Count;
            var at = 4L;
            while (csv.Next())
            {
                Assert.True(csv.Offset >= at);
                Assert.True(all.AsSpan((int)at, (int)(csv.Offset - at)).IndexOfAnyExcept((byte)'\r', (byte)'\n') < 0);
                Assert.Equal(1 + all.AsSpan(0, (int)csv.Offset).Count((byte)'\n'), csv.Line);
                at = csv.Offset + csv.Bytes.Length;
                Assert.All(Enumerable.Range(0, csv.Fault == CsvFault.None ? csv.Count : 0), i => csv.Text(i));
            }

            Assert.True(all.AsSpan((int)at).IndexOfAnyExcept((byte)'\r', (byte)'\n') < 0);
        }).QuickCheckThrowOnFailure();
    }

    private static List<(CsvFault, long)> Faults(string text) => Rows(text).Select(r => (r.Fault, r.Line)).ToList();

    private static List<(CsvFault Fault, long Line, long Offset, string Fields)> Rows(string text) => Rows(Encoding.UTF8.GetBytes(text)).ToList();

    private static IEnumerable<(CsvFault Fault, long Line, long Offset, string Fields)> Rows(byte[] bytes)
    {
        var csv = new CsvReader(new MemoryStream(bytes));
        Assert.True(csv.Next());
        csv.Width = csv.Count;
        while (csv.Next())
        {
            yield return (csv.Fault, csv.Line, csv.Offset, string.Join('|', Enumerable.Range(0, csv.Fault == CsvFault.None ? csv.Count : 0).Select(csv.Text)));
        }
    }
}
