using Microsoft.AspNetCore.Authorization;

namespace Monitor.Web.Access;

/// <summary>The rule of every address that does not say otherwise: the visitor has the role that it needs.</summary>
internal sealed class EnoughRole : IAuthorizationRequirement;

/// <summary>Holds visitors against <see cref="NeedsAttribute"/>.</summary>
internal sealed class EnoughRoleHandler : AuthorizationHandler<EnoughRole>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, EnoughRole requirement)
    {
        if (context.Resource is HttpContext http && Visitor.Of(http).May(NeedsAttribute.Of(http.GetEndpoint()).For(http.Request.Method)))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
