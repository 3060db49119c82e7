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
        });
    }
}
