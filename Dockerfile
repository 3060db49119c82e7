# syntax=docker/dockerfile:1
# Monitor as one container: pages, API and scheduler on port 5080, everything it keeps under /data.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/Monitor -c Release -o /app && mkdir /empty

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
# 1654 is APP_UID, the user that the image brings along and that is not root; COPY --chown knows no variables of the image.
COPY --from=build --chown=1654:1654 /empty /data
USER $APP_UID
# Inside the container Monitor listens on all addresses; so it refuses to start until an administrator exists (monitor user add).
ENV MONITOR_DATA=/data \
    MONITOR__URLS=http://0.0.0.0:5080 \
    DOTNET_EnableDiagnostics=0
VOLUME /data
EXPOSE 5080
# bash asks for the login page itself, the one that needs none: the image holds neither curl nor wget.
HEALTHCHECK --interval=30s --timeout=10s --start-period=30s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/5080 && printf 'GET /login HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n' >&3 && read -r line <&3 && [[ $line == *' 200 '* ]]"]
ENTRYPOINT ["./monitor"]
CMD ["serve"]
