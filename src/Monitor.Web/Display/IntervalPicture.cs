using System.Globalization;
using Monitor.Core.Reviews.Sampling;

namespace Monitor.Web.Display;

/// <summary>An estimate with its interval on a line from 0 to 100 %, ready to be drawn.</summary>
/// <param name="Low">Left end of the interval.</param>
/// <param name="Width">Width of the interval.</param>
/// <param name="Point">Where the share stands.</param>
/// <param name="Text">The picture in words.</param>
internal sealed record IntervalPicture(string Low, string Width, string Point, string Text)
{
    /// <summary>Width of 100 %.</summary>
    public const int Full = 680;

    /// <summary>Left edge.</summary>
    public const int Left = 10;

    public static IntervalPicture Of(SampleEstimate estimate) => new(
        X(Left + (Full * estimate.Interval.Low)), X(Full * (estimate.Interval.High - estimate.Interval.Low)), X(Left + (Full * estimate.Share)), EstimateText.Of(estimate));

    private static string X(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
