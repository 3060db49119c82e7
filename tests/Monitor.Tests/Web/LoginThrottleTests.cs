using Monitor.Web.Access;

namespace Monitor.Tests.Web;

public sealed class LoginThrottleTests
{
    private readonly ManualTime _time = ManualTime.At("2026-01-02T03:04:05Z");

    [Fact]
    public void Each_attempt_after_the_free_ones_waits_twice_as_long_up_to_a_quarter_of_an_hour()
    {
        var throttle = new LoginThrottle(_time);
        for (var i = 0; i < 5; i++)
        {
            Assert.Null(throttle.Attempt("name", "10.0.0.1"));
        }

        var waits = new List<double>();
        for (var i = 0; i < 12; i++)
        {
            var wait = throttle.Attempt("NAME", "10.0.0.1")!.Value;
            waits.Add(wait.TotalSeconds);
            _time.Advance(wait);
            Assert.Null(throttle.Attempt("name", "10.0.0.1"));
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900], waits);
    }

    [Fact]
    public void Nobody_can_shut_out_a_colleague_by_guessing_at_their_name()
    {
        var throttle = new LoginThrottle(_time);
        for (var i = 0; i < 30; i++)
        {
            throttle.Attempt("name", "10.0.0.1");
        }

        Assert.NotNull(throttle.Attempt("name", "10.0.0.1"));
        Assert.Null(throttle.Attempt("name", "10.0.0.2"));
    }

    [Fact]
    public void Many_names_from_one_address_are_slowed_down_and_many_addresses_at_one_name_too()
    {
        var throttle = new LoginThrottle(_time);
        Assert.Equal(20, Enumerable.Range(0, 40).Count(i => throttle.Attempt($"name {i}", "10.0.0.1") is null));
        Assert.Equal(100, Enumerable.Range(0, 200).Count(i => throttle.Attempt("one", $"10.0.1.{i}") is null));
    }

    [Fact]
    public void The_right_password_forgets_the_wrong_ones_of_its_name_alone()
    {
        var throttle = new LoginThrottle(_time);
        for (var i = 0; i < 19; i++)
        {
            throttle.Attempt($"name {i}", "10.0.0.1");
        }

        throttle.Attempt("mine", "10.0.0.1");
        throttle.Succeeded("mine", "10.0.0.1");
        Assert.Null(throttle.Attempt("mine", "10.0.0.1"));
        Assert.NotNull(throttle.Attempt("name 1", "10.0.0.1"));
    }
}
