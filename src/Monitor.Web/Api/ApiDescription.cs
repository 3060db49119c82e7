using Microsoft.OpenApi;

namespace Monitor.Web.Api;

/// <summary>The OpenAPI description of the API.</summary>
internal static class ApiDescription
{
    public static void AddApiDescription(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        services.AddSwaggerGen(o =>
        {
            o.SwaggerDoc("v1", new OpenApiInfo
            {
                Title = "Monitor",
                Version = "v1",
                Description = "Claims, documents, accounts, releases and what joins them. Ids are text. Lists go on with the cursor of the page before; errors are problem details (RFC 9457).",
            });
            o.SupportNonNullableReferenceTypes();
            o.AddSecurityDefinition("token", new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A token that a person made on /me; needed where people log in." });
            o.AddSecurityRequirement(document => new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("token", document)] = [] });
        });
    }
}
