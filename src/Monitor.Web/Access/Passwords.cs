using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Monitor.Core.Ledger;

namespace Monitor.Web.Access;

/// <summary>Hashes and checks passwords with the framework's hasher: PBKDF2 with HMAC-SHA-512, a salt of 128 bits.</summary>
public static class Passwords
{
    /// <summary>Letters at least; NIST SP 800-63B asks for 8, OWASP's ASVS 5.0 (6.2.1) recommends 15 where there is no second factor. 12 lies between.</summary>
    public const int Shortest = 12;

    /// <summary>Letters at most, so that hashing cannot be made to take long.</summary>
    public const int Longest = 256;

    // OWASP Password Storage Cheat Sheet: 210,000 rounds for PBKDF2-HMAC-SHA512. The framework's own default is 100,000.
    private static readonly PasswordHasher<string> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = 210_000 }));
    private static readonly Lazy<string> NobodysHash = new(() => Hasher.HashPassword("", "no password of anybody"));

    /// <summary>What is wrong with a new password and how to mend it; null when it may be taken. No rules on kinds of letters: they make passwords worse (NIST SP 800-63B, 5.1.1.2).</summary>
    public static string? Fault(string name, string? password) => password switch
    {
        null or { Length: < Shortest } => $"a password has at least {Shortest} letters; a few words that only you would put together are good ones",
        { Length: > Longest } => $"a password has at most {Longest} letters",
        _ when password.Distinct().Count() < 5 => "this password repeats the same few letters; use a few words instead",
        _ when name.Length > 3 && password.Contains(name, StringComparison.OrdinalIgnoreCase) => "a password must not hold the name it belongs to",
        _ => null,
    };

    /// <summary>The hash that the ledger keeps.</summary>
    public static string Hash(string password) => Hasher.HashPassword("", password);

    /// <summary>The person with this name and password, if they may log in. Takes as long for a name that nobody has.</summary>
    public static Person? Check(Ledger ledger, string name, string password)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(password);
        var hash = ledger.People.PasswordOf(name);
        var result = Hasher.VerifyHashedPassword("", hash is { Length: > 0 } ? hash : NobodysHash.Value, password.Length > Longest ? "" : password);
        if (result == PasswordVerificationResult.Failed || hash is not { Length: > 0 })
        {
            return null;
        }

        if (result == PasswordVerificationResult.SuccessRehashNeeded)
        {
            ledger.People.Rehash(name, Hash(password));
        }

        return ledger.People.Get(name) is { Disabled: null } person ? person : null;
    }
}
