using System.CommandLine;
using Monitor.Cli;
using Monitor.Core.Ledger;
using Monitor.Web.Access;

namespace Monitor.Commands;

/// <summary><c>monitor user</c>: who may log in, and what each may do.</summary>
internal static class UserCommand
{
    private static readonly Argument<string> Name = new("name") { Description = "What verdicts and the audit call the person" };
    private static readonly Argument<Role> NewRole = new("role") { Description = "reader, reviewer, editor or administrator" };
    private static readonly Option<Role> RoleOption = new("--role") { Description = "reader (default), reviewer, editor or administrator; the first person is an administrator", HelpName = "ROLE" };
    private static readonly Option<string> TokenName = new("--name") { Description = "What the token is for", Required = true, HelpName = "TEXT" };
    private static readonly Option<Role> Scope = new("--scope") { Description = "What it may act as: reader (default), reviewer, editor or administrator", HelpName = "ROLE" };
    private static readonly Option<int> Days = new("--days") { Description = "Days in force (default 90)", DefaultValueFactory = _ => 90, HelpName = "N" };
    private static readonly Argument<string> TokenId = new("id") { Description = "Id of the token, as 'user tokens' shows it" };

    public static Command Create()
    {
        string[] roles = [.. Enum.GetValues<Role>().Select(PeopleBook.Word)];
        RoleOption.AcceptOnlyFromAmong(roles);
        Scope.AcceptOnlyFromAmong(roles);
        NewRole.AcceptOnlyFromAmong(roles);
        var add = new Command("add", "Add a person; asks for the password, or reads it as one line of stdin") { Name, RoleOption };
        add.SetAction((parse, _) => Change(parse, "Added", (people, name) => people.Add(name, parse.GetValue(RoleOption), Password(name), ThisUser)));
        var role = new Command("role", "Change what a person may do") { Name, NewRole };
        role.SetAction((parse, _) => Change(parse, "Changed", (people, name) => people.SetRole(name, parse.GetValue(NewRole), ThisUser)));
        var password = new Command("password", "Give a person a new password; their sessions end and their tokens are taken back") { Name };
        password.SetAction((parse, _) => Change(parse, "Changed", (people, name) => people.Get(name) is null ? $"there is nobody named '{name}'" : people.SetPassword(name, Password(name), ThisUser)));
        var disable = new Command("disable", "Let a person log in no more; what they wrote stays under their name") { Name };
        disable.Aliases.Add("remove");
        disable.SetAction((parse, _) => Change(parse, "Closed", (people, name) => people.Disable(name, ThisUser)));
        var enable = new Command("enable", "Let a person log in again") { Name };
        enable.SetAction((parse, _) => Change(parse, "Opened", (people, name) => people.Enable(name, ThisUser)));
        var list = new Command("list", "List the people");
        list.SetAction(List);
        var token = new Command("token", "Make an API token for a person; prints its secret once") { Name, TokenName, Scope, Days };
        token.SetAction(MakeToken);
        var tokens = new Command("tokens", "List the API tokens");
        tokens.SetAction(ListTokens);
        var revoke = new Command("revoke", "Take an API token back") { TokenId };
        revoke.SetAction(Revoke);
        return new Command("user", "People who may log in, their roles and their API tokens") { add, list, role, password, disable, enable, token, tokens, revoke };
    }

    /// <summary>How the audit names who types commands.</summary>
    internal static Actor ThisUser => new($"{Environment.UserName} (at the machine)", "command line");

    private static async Task<int> Change(ParseResult parse, string done, Func<PeopleBook, string, string?> work)
    {
        await using var session = Session.Open(parse);
        var name = parse.GetRequiredValue(Name);
        if (work(session.Ledger.People, name) is { } error)
        {
            throw new UsageException($"Not done: {error}.");
        }

        Print(parse, session.Ledger.People.Get(name)!);
        Output.Note($"{done}.");
        return ExitCode.Done;
    }

    private static string Password(string name)
    {
        var password = Console.IsInputRedirected ? Console.In.ReadLine() ?? "" : Typed($"Password of {name}: ");
        if (Passwords.Fault(name, password) is { } fault)
        {
            throw new UsageException($"Not done: {fault}.");
        }

        return Console.IsInputRedirected || Typed("The same again: ") == password ? Passwords.Hash(password) : throw new UsageException("Not done: the two passwords differ.");
    }

    /// <summary>A line that is not shown while it is typed.</summary>
    private static string Typed(string prompt)
    {
        Console.Error.Write(Output.Printable(prompt));
        var text = new System.Text.StringBuilder();
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace && text.Length > 0)
            {
                text.Length--;
            }
            else if (!char.IsControl(key.KeyChar))
            {
                text.Append(key.KeyChar);
            }
        }

        Console.Error.WriteLine();
        return text.ToString();
    }

    private static async Task<int> List(ParseResult parse, CancellationToken cancel)
    {
        await using var session = Session.OpenExisting(parse);
        var people = session.Ledger.People.All();
        foreach (var person in people)
        {
            Print(parse, person);
        }

        if (people.Count == 0)
        {
            Output.Note("No person is defined: Monitor opens without login on a loopback address. Add an administrator with 'monitor user add NAME --role administrator'.");
        }

        return ExitCode.Done;
    }

    private static async Task<int> MakeToken(ParseResult parse, CancellationToken cancel)
    {
        await using var session = Session.OpenExisting(parse);
        var (name, days) = (parse.GetRequiredValue(Name), parse.GetValue(Days));
        var person = session.Ledger.People.Get(name) is { Disabled: null } known ? known : throw new UsageException($"There is nobody named '{name}' who may log in.");
        if (days is < 1 or > 366 || parse.GetRequiredValue(TokenName) is not { Length: > 0 and <= TokenBook.LongestName })
        {
            throw new UsageException($"A token is in force for 1 to 366 days and has a name of at most {TokenBook.LongestName} letters.");
        }

        var (token, secret) = session.Ledger.Tokens.Make(person, parse.GetRequiredValue(TokenName), parse.GetValue(Scope), session.Get<TimeProvider>().GetUtcNow().AddDays(days), ThisUser);
        if (parse.GetValue(CommonOptions.Json))
        {
            Output.Json(new { token.Id, token.Person, token.Name, token.Scope, token.Expires, secret });
        }
        else
        {
            Output.Line(secret);
        }

        Output.Note($"Token {token.Id} acts for {token.Person} as {PeopleBook.Word(token.Scope)} at most, until {token.Expires:u}. It cannot be shown again.");
        return ExitCode.Done;
    }

    private static async Task<int> ListTokens(ParseResult parse, CancellationToken cancel)
    {
        await using var session = Session.OpenExisting(parse);
        foreach (var token in session.Ledger.Tokens.All())
        {
            if (parse.GetValue(CommonOptions.Json))
            {
                Output.Json(token);
            }
            else
            {
                Output.Line($"{token.Id}  {token.Person}  {PeopleBook.Word(token.Scope)}  {token.Name}  used {(token.Used is { } used ? $"{used:u}" : "never")}, {(token.Revoked is { } revoked ? $"taken back {revoked:u}" : $"ends {token.Expires:u}")}");
            }
        }

        return ExitCode.Done;
    }

    private static async Task<int> Revoke(ParseResult parse, CancellationToken cancel)
    {
        await using var session = Session.OpenExisting(parse);
        var id = parse.GetRequiredValue(TokenId);
        if (!session.Ledger.Tokens.Revoke(id, null, ThisUser))
        {
            throw new UsageException($"There is no token '{id}' in force.");
        }

        Output.Note("Taken back.");
        return ExitCode.Done;
    }

    private static void Print(ParseResult parse, Person person)
    {
        if (parse.GetValue(CommonOptions.Json))
        {
            Output.Json(person);
        }
        else
        {
            Output.Line($"{person.Name}  {PeopleBook.Word(person.Role)}{(person.Disabled is { } since ? $"  closed since {since:u}" : "")}");
        }
    }
}
