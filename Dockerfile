# Builds the distribution from this clone, then an image that holds it and a Java runtime, and runs as nobody special.
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml banku README.md CHANGELOG.md LICENSE ./
COPY src src
COPY docs docs
COPY examples examples
COPY routes routes
COPY sample-mainframe-files sample-mainframe-files
RUN mvn -q -B -DskipTests package

FROM eclipse-temurin:17-jre
RUN useradd --system --uid 10001 --home-dir /var/lib/banku --create-home banku \
 && mkdir -p /var/lib/banku/feeds \
 && chown -R banku /var/lib/banku
COPY --from=build /build/target/distribution /opt/banku
# Classes laid ready beside the jars; without them it runs as well, and starts more slowly.
RUN /opt/banku/banku warm-up || echo 'the image has no classes laid ready'
ENV BANKU_DATA=/var/lib/banku/data \
    BANKU_FEEDS=/var/lib/banku/feeds \
    BANKU_HTTP_HOST=0.0.0.0 \
    BANKU_MANAGEMENT_HOST=0.0.0.0
WORKDIR /var/lib/banku
VOLUME /var/lib/banku
# the API, which asks for tokens as soon as it is open to others: set BANKU_HTTP_PRINCIPALS
EXPOSE 8080
# health and metrics: for the scraper, not for the world
EXPOSE 9876
USER 10001
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/9876 && printf 'GET /observe/health/live HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["/opt/banku/banku"]
CMD ["run"]
