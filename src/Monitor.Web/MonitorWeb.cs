using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.WebEncoders;
using Monitor.Core.Alerting;
using Monitor.Core.Alerting.Channels;
using Monitor.Core.Alerting.Messages;
using Monitor.Core.Corpus;
using Monitor.Core.Dossiers.Coordination;
using Monitor.Core.Dossiers.Hashtags;
using Monitor.Core.Dossiers.Releases;
using Monitor.Core.Reviews;
using Monitor.Core.Reviews.Sampling;
using Monitor.Web.Access;
using Monitor.Web.Api;
using Monitor.Web.Hosting;

namespace Monitor.Web;

/// <summary>
/// The site and the API. The host registers <c>ICorpus</c>, <c>Ledger</c>, <c>TimeProvider</c>, <c>DossierBuilder</c> and <c>ClaimLinker</c> as singletons, and, to show
/// crawlers, <c>DefinitionSet&lt;CrawlerDefinition&gt;</c>; <see cref="AddMonitorWeb"/> adds what only the site needs.
/// </summary>
public static class MonitorWeb
{
    /// <summary>Adds pages, API description, login, antiforgery and, where the host gave none, a review desk with the default scale.</summary>
    public static IServiceCollection AddMonitorWeb(this IServiceCollection services)
    {
        services.TryAddSingleton(new ReviewOptions());
        services.TryAddSingleton(new WebOptions());
        services.TryAddSingleton<ReviewDesk>();
        services.TryAddSingleton(s => new CoordinationBook(s.GetRequiredService<ICorpus>()));
        services.TryAddSingleton<SampleDesk>();
        services.TryAddSingleton<BlindDesk>();
        services.TryAddSingleton<PublicationDesk>();
        services.TryAddSingleton<EvidenceWatch>();
        services.TryAddSingleton<ClaimReviewFeed>();
        services.TryAddSingleton<HashtagBuilder>();
        services.TryAddSingleton<ReleaseFactsBook>();
        services.TryAddSingleton(new MailOptions());
        services.TryAddSingleton<DigestCollector>();

        // Where the host does not say which addresses are public, none is.
        services.TryAddSingleton(s => new WebhookChannel(_ => false, s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<StyleSheet>();
        services.AddRazorPages().ConfigureApplicationPartManager(AddOwnParts);

        // Persian and Arabic stay readable in the source of a page; the characters that mean something to HTML are escaped all the same.
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.ConfigureHttpJsonOptions(o => ApiJson.Configure(o.SerializerOptions));

        // Only forms rely on these keys; a form that was open during a restart is loaded again.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = "monitor-form";
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            o.SuppressXFrameOptionsHeader = true;
        });
        services.AddProblemDetails(o => o.CustomizeProblemDetails = c =>
        {
            c.ProblemDetails.Detail ??= RequestGuard.Why(c.HttpContext);

            // What the framework has no address for is told by its status alone (RFC 9457, 4.2.1).
            c.ProblemDetails.Type ??= "about:blank";
            c.ProblemDetails.Title ??= ReasonPhrases.GetReasonPhrase(c.ProblemDetails.Status ?? StatusCodes.Status500InternalServerError);
        });
        services.AddApiDescription();
        services.AddAccess();
        services.AddApiLimits();
        return services;
    }

    /// <summary>Puts the site into the pipeline: guards, error pages, login and roles, the audit, styles, pages, API.</summary>
    public static WebApplication UseMonitorWeb(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseMiddleware<PublishedScheme>();
        app.UseMiddleware<ResponseHeaders>();
        app.UseWhen(c => ApiRoutes.Covers(c.Request.Path), api => api.UseExceptionHandler().UseStatusCodePages());
        app.UseWhen(
            c => !ApiRoutes.Covers(c.Request.Path),
            pages => pages.UseExceptionHandler("/problem/500").UseStatusCodePagesWithReExecute("/problem/{0}"));
        app.UseMiddleware<RequestGuard>();
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseMiddleware<AuditTrail>();
        StyleSheet.Map(app);
        app.MapRazorPages();
        ApiRoutes.Map(app);
        FeedRoutes.Map(app);
        return app;
    }

    private static void AddOwnParts(ApplicationPartManager parts)
    {
        var assembly = typeof(MonitorWeb).Assembly;
        if (parts.ApplicationParts.Any(p => p.Name == assembly.GetName().Name))
        {
            return;
        }

        foreach (var part in ApplicationPartFactory.GetApplicationPartFactory(assembly).GetApplicationParts(assembly))
        {
            parts.ApplicationParts.Add(part);
        }
    }
}
