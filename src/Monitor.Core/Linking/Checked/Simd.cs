using System.Numerics;

namespace Monitor.Core.Linking.Checked;

/// <summary>Sums over vectors of equal length, several numbers at a time; the order of additions is fixed, so equal input gives equal sums on one machine.</summary>
internal static class Simd
{
    /// <summary>to += what · times.</summary>
    public static void AddTimes(Span<float> to, ReadOnlySpan<float> what, float times)
    {
        var i = 0;
        var factor = new Vector<float>(times);
        for (; i <= to.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            (new Vector<float>(to[i..]) + (new Vector<float>(what[i..]) * factor)).CopyTo(to[i..]);
        }

        for (; i < to.Length; i++)
        {
            to[i] += what[i] * times;
        }
    }

    /// <summary>Σ a · b.</summary>
    public static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var (i, sums) = (0, Vector<float>.Zero);
        for (; i <= a.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            sums += new Vector<float>(a[i..]) * new Vector<float>(b[i..]);
        }

        var sum = Vector.Sum(sums);
        for (; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    /// <summary>Brings a vector to length 1 and returns its former length; a vector of zeros stays.</summary>
    public static float Normalise(Span<float> vector)
    {
        var length = MathF.Sqrt(Dot(vector, vector));
        if (length > 0)
        {
            for (var i = 0; i < vector.Length; i++)
            {
                vector[i] /= length;
            }
        }

        return length;
    }
}
