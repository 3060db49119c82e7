using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;

namespace Monitor.Web.Access;

/// <summary>Puts login and roles into the site.</summary>
internal static class AccessServices
{
    public static void AddAccess(this IServiceCollection services)
    {
        services.AddSingleton<LoginThrottle>();
        services.AddSingleton<IAuthorizationHandler, EnoughRoleHandler>();
        services.AddAuthentication(PersonHandler.Scheme).AddScheme<AuthenticationSchemeOptions, PersonHandler>(PersonHandler.Scheme, null);
        services.AddAuthorization(o => o.FallbackPolicy = o.DefaultPolicy = new AuthorizationPolicyBuilder(PersonHandler.Scheme).AddRequirements(new EnoughRole()).Build());
    }
}
