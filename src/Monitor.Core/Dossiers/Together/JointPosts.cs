using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Together;

/// <summary>What of a sample of an account's posts other imported accounts posted, too.</summary>
/// <param name="Looked">Different texts of its own that were searched for.</param>
/// <param name="Shared">Of these, texts that another account posted with the same words as its own.</param>
/// <param name="Others">Different accounts that did so.</param>
/// <param name="SharedRows">Posts of both, in pairs.</param>
/// <param name="Timed">Posts with a time that were searched for, reposts too.</param>
/// <param name="Joint">Of these, posts that another account made with the same words, or the same repost, within <see cref="JointPostFinder.Seconds"/> seconds.</param>
/// <param name="WithOne">The most of these that one and the same other account made.</param>
/// <param name="JointRows">Posts of both, in pairs.</param>
/// <param name="MinutesOnly">True when the times have no seconds, so that "within a minute" means the same minute.</param>
internal sealed record JointPosts(
    int Looked,
    int Shared,
    int Others,
    IReadOnlyList<RowRef> SharedRows,
    int Timed,
    int Joint,
    int WithOne,
    IReadOnlyList<RowRef> JointRows,
    bool MinutesOnly);
