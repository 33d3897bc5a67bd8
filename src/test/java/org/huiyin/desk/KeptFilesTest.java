package org.huiyin.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.huiyin.testkit.Api;
import org.huiyin.testkit.HuiyinTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@HuiyinTest
@DisplayName("页面文件：少取、压缩、换版即更新")
class KeptFilesTest {
    private static final Pattern BUNDLE = Pattern.compile("customScripts: \\['(scripts/all-[0-9a-f]{16})']");
    private static final String FOR_EVER = "max-age=31536000, public, immutable";
    private static final Path RESOURCES = Path.of("src", "main", "resources");
    private static final Path APPS = RESOURCES.resolve("META-INF/resources/webjars/camunda/app");

    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void allScriptsOfAWebApplicationAreOneThatIsAskedForOnce(String app) throws IOException {
        String home = "/camunda/app/" + app + "/";
        HttpResponse<byte[]> config = get(home + "scripts/config.js?bust=1");
        assertThat(header(config, "Cache-Control")).isEqualTo("no-store");
        Matcher named = BUNDLE.matcher(text(config));
        assertThat(named.find()).isTrue();

        HttpResponse<byte[]> bundle = get(home + named.group(1) + ".js?bust=7.24.0");
        assertThat(header(bundle, "Cache-Control")).isEqualTo(FOR_EVER);
        assertThat(header(bundle, "Content-Type")).startsWith("text/javascript");
        assertThat(text(bundle)).contains("// /camunda/app/huiyin/engine-words.js\n");
        assertThat(text(bundle).lines().filter(line -> line.matches("\\s*(import|export)\\b.*")))
                .hasSize(1);
        assertThat(scriptsOf(app))
                .allSatisfy(script -> assertThat(text(bundle)).containsOnlyOnce("// " + script + "\n"));
    }

    @Test
    void aNodeOfAnotherReleaseGivesItsOwnScriptsWholeAndNobodyKeepsThem() {
        String home = "/camunda/app/tasklist/scripts/";
        Matcher named = BUNDLE.matcher(text(get(home + "config.js")));
        assertThat(named.find()).isTrue();
        String own = text(get("/camunda/app/tasklist/" + named.group(1) + ".js"));

        HttpResponse<byte[]> other = get(home + "all-0123456789abcdef.js?bust=7.24.0");

        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(header(other, "Cache-Control")).isEqualTo("no-store");
        assertThat(text(other)).isEqualTo(own);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void allStylesOfAWebApplicationAreOne(String app) throws IOException {
        HttpResponse<byte[]> styles = get("/camunda/app/" + app + "/styles/user-styles.css?bust=7.24.0");

        assertThat(header(styles, "Content-Type")).startsWith("text/css");
        assertThat(text(styles)).doesNotContain("@import").contains(read(APPS.resolve("huiyin/brand.css")));
        try (Stream<Path> sheets = Files.list(APPS.resolve(app).resolve("styles"))) {
            assertThat(sheets.filter(sheet -> !sheet.endsWith("user-styles.css")))
                    .allSatisfy(sheet -> assertThat(text(styles)).contains(read(sheet)));
        }
    }

    /** Whatever we serve under an address that stays: asked for again, and sent again only when it has changed. */
    @ParameterizedTest
    @MethodSource("files")
    void whatMayChangeIsComparedByItsContent(String address) {
        HttpResponse<byte[]> first = get(address);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(header(first, "Cache-Control")).isEqualTo("no-cache");
        assertThat(header(first, "ETag")).startsWith("W/");
        assertThat(header(first, "Last-Modified"))
                .as("a step back to an older release")
                .isEmpty();

        HttpResponse<byte[]> again = get(address, "If-None-Match", header(first, "ETag"), "Accept-Encoding", "gzip");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(get(address, "If-None-Match", "W/\"of-an-older-release\"").statusCode())
                .isEqualTo(200);
    }

    static Stream<String> files() throws IOException {
        Path own = RESOURCES.resolve("static");
        try (Stream<Path> found = Files.walk(own)) {
            List<String> addresses = found.filter(Files::isRegularFile)
                    .map(file -> "/" + own.relativize(file).toString().replace('\\', '/'))
                    .toList();
            return Stream.concat(
                    addresses.stream(),
                    Stream.of(
                            "/progress",
                            "/handbook/pictures/handler.png",
                            "/handbook/diagrams/petitionLifecycle.png",
                            "/camunda/app/tasklist/styles/user-styles.css?bust=7.24.0",
                            "/camunda/app/tasklist/locales/zh-CN.json",
                            "/camunda/app/admin/locales/zh-CN.json"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/lib/deps.js?bust=7.24.0",
                "/camunda/app/tasklist/camunda-tasklist-bootstrap.js?bust=7.24.0",
                "/camunda/app/cockpit/camunda-cockpit-bootstrap.css?bust=7.24.0",
                "/webjars/echarts/5.3.1/dist/echarts.esm.min.js"
            })
    void whatNamesItsVersionIsKept(String address) {
        HttpResponse<byte[]> answer = get(address, "Accept-Encoding", "gzip");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Cache-Control")).isEqualTo(FOR_EVER);
        assertThat(answer.body().length).isLessThan(plain(answer).length() / 2);
        assertThat(plain(answer)).isEqualTo(text(get(address)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/handbook",
                "/progress",
                "/board/board.js",
                "/assets/site.css",
                "/camunda/app/tasklist/styles/user-styles.css",
                "/camunda/app/tasklist/locales/zh-CN.json",
                "/api/openapi.json"
            })
    void textTravelsCompressed(String address) {
        HttpResponse<byte[]> small = get(address, "Accept-Encoding", "gzip");

        assertThat(header(small, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(small, "Vary").toLowerCase(java.util.Locale.ROOT)).contains("accept-encoding");
        HttpResponse<byte[]> whole = get(address);
        assertThat(header(whole, "Content-Encoding")).isEmpty();
        assertThat(plain(small)).isEqualTo(text(whole));
        assertThat(small.body().length).isLessThan(whole.body().length * 2 / 3);
    }

    @Test
    void aPictureIsNotCompressedAgain() {
        HttpResponse<byte[]> picture = get("/handbook/pictures/handler.png", "Accept-Encoding", "gzip");

        assertThat(header(picture, "Content-Encoding")).isEmpty();
        assertThat(picture.body().length).isGreaterThan(2048);
    }

    /** What a compressed answer weighs tells nothing when no secret of the session stands in it (BREACH). */
    @Test
    void noSecretOfASessionStandsInWhatTravelsCompressed() throws IOException, InterruptedException {
        CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
        HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();
        List<String> said = new java.util.ArrayList<>();
        for (String page : List.of(
                "/camunda/app/tasklist/default/",
                "/camunda/app/cockpit/default/",
                "/camunda/ledger",
                "/camunda/board",
                "/camunda/app/tasklist/scripts/config.js")) {
            said.add(browser.send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + page))
                                    .build(),
                            BodyHandlers.ofString(UTF_8))
                    .body());
        }

        List<HttpCookie> secrets = cookies.getCookieStore().getCookies();
        assertThat(secrets).extracting(HttpCookie::getName).contains("JSESSIONID", "XSRF-TOKEN");
        assertThat(said).allSatisfy(body -> assertThat(secrets).noneMatch(secret -> body.contains(secret.getValue())));
    }

    @Test
    void theNonceOfAPageIsAnotherOneInEveryAnswer() {
        assertThat(nonce()).isNotEmpty().isNotEqualTo(nonce());
    }

    private String nonce() {
        Matcher nonce = Pattern.compile("nonce=\"([^\"]+)\"").matcher(text(get("/camunda/app/tasklist/default/")));
        return nonce.find() ? nonce.group(1) : "";
    }

    @Test
    @DisplayName("别的网站打开的请求不带登录，读不到压缩后的大小")
    void theSessionIsNotSentFromAnotherSite() {
        assertThat(get("/camunda/app/tasklist/default/").headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("JSESSIONID="))
                .isNotEmpty()
                .allMatch(cookie -> cookie.contains("SameSite=Strict"));
        assertThat(Api.anonymous(port).get("/api/v1/petitions").status()).isEqualTo(401);
    }

    private static String read(Path sheet) throws IOException {
        return Files.readString(sheet).strip();
    }

    private static List<String> scriptsOf(String app) throws IOException {
        Path folder = APPS.resolve(app).resolve("scripts");
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".js") && !name.equals("config.js"))
                    .map(name -> "/camunda/app/" + app + "/scripts/" + name)
                    .toList();
        }
    }

    private HttpResponse<byte[]> get(String address, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + address));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String header(HttpResponse<?> answer, String name) {
        return String.join(" and ", answer.headers().allValues(name));
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), UTF_8);
    }

    private static String plain(HttpResponse<byte[]> compressed) {
        try (GZIPInputStream content = new GZIPInputStream(new ByteArrayInputStream(compressed.body()))) {
            return new String(content.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
