using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Signals;

/// <summary>What a signal is about; two signals of one family may show one and the same thing twice.</summary>
internal enum SignalFamily
{
    /// <summary>How and when the account was made.</summary>
    Origin,

    /// <summary>What its profile says.</summary>
    Profile,

    /// <summary>Whom it follows, and who follows it.</summary>
    Network,

    /// <summary>What and with whom it speaks.</summary>
    Content,

    /// <summary>When and with which programs it posts.</summary>
    Habit,

    /// <summary>What the platform did later.</summary>
    Status,
}

/// <summary>A signal with its family.</summary>
internal sealed record Finding(SignalFamily Family, Signal Signal);
