namespace Monitor.Core.Reviews.Sampling;

/// <summary>
/// The Wilson score interval of a share at a level of 95 % (E. B. Wilson 1927, JASA 22:209; recommended for small samples by R. G. Newcombe 1998, Statistics in
/// Medicine 17:857, method 3). It is not corrected for the size of the frame, so it is a little too wide where the sample is a large part of it.
/// </summary>
/// <param name="Low">Lower end, 0 to 1.</param>
/// <param name="High">Upper end, 0 to 1.</param>
public readonly record struct WilsonInterval(double Low, double High)
{
    /// <summary>Share of intervals made so that hold the true share.</summary>
    public const double Level = 0.95;

    /// <summary>Standard normal quantile of 0.975.</summary>
    private const double Z = 1.959963984540054;

    /// <summary>The interval of a share.</summary>
    /// <param name="share">Share seen, 0 to 1.</param>
    /// <param name="size">Accounts that it was seen in; not whole when it is an effective size.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is no share or the size is not above 0.</exception>
    public static WilsonInterval Of(double share, double size)
    {
        if (!(share is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "a share lies between 0 and 1");
        }

        if (!(size > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(size), size, "a share needs at least one account");
        }

        var z2 = Z * Z;
        var middle = share + (z2 / (2 * size));
        var margin = Z * Math.Sqrt((share * (1 - share) / size) + (z2 / (4 * size * size)));
        var scale = 1 + (z2 / size);

        // Rounding must not put the share seen outside, which it touches at 0 and 1.
        return new(Math.Clamp((middle - margin) / scale, 0, share), Math.Clamp((middle + margin) / scale, share, 1));
    }
}
