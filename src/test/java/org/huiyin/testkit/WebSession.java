package org.huiyin.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.huiyin.engine.HuiyinMode;

/** A person at the web applications of the engine, as Tasklist's own script would call them: login, cookies, CSRF token. */
public final class WebSession {
    private static final ObjectMapper JSON = new ObjectMapper();

    public record Answer(int status, String body) {
        public JsonNode json() {
            try {
                return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(body, e);
            }
        }
    }

    private final String base;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    private WebSession(int port) {
        this.base = "http://localhost:" + port;
    }

    /** Somebody who has opened the page but not logged in. */
    public static WebSession anonymous(int port) {
        WebSession session = new WebSession(port);
        session.get("/camunda/app/tasklist/default/");
        return session;
    }

    /** An officer of the demo city, logged in. */
    public static WebSession of(int port, String user) {
        WebSession session = anonymous(port);
        String form = "username=" + encode(user) + "&password=" + encode(HuiyinMode.DEMO_PASSWORD);
        Answer answer = session.send(
                "POST",
                "/camunda/api/admin/auth/user/default/login/tasklist",
                form,
                "application/x-www-form-urlencoded");
        if (answer.status() != 200) {
            throw new IllegalStateException("login of " + user + ": " + answer);
        }
        session.get("/camunda/app/tasklist/default/"); // the token changed with the login
        return session;
    }

    public Answer get(String path) {
        return send("GET", path, null, "application/json");
    }

    public Answer post(String path, String json) {
        return send("POST", path, json, "application/json");
    }

    /** As another page would post with the officer's cookies (CSRF). */
    public Answer postWithoutToken(String path, String json) {
        return send("POST", path, json, "application/json", false);
    }

    /** A file as its bare body, as Tasklist's panel sends it. */
    public Answer upload(String path, byte[] file, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/octet-stream")
                .header("Accept", "application/json")
                .headers(headers)
                .POST(HttpRequest.BodyPublishers.ofByteArray(file));
        return sent(request, true);
    }

    /** What comes with an answer, beside its body. */
    public java.net.http.HttpHeaders headersOf(String path) {
        return exchanged(HttpRequest.newBuilder(URI.create(base + path)).GET(), true)
                .headers();
    }

    public Answer put(String path, String json) {
        return send("PUT", path, json, "application/json");
    }

    public Answer delete(String path) {
        return send("DELETE", path, null, "application/json");
    }

    /** The engine's REST interface as the webapps use it. */
    public Answer engine(String method, String path, String json) {
        return send(method, "/camunda/api/engine/engine/default" + path, json, "application/json");
    }

    private Answer send(String method, String path, @org.jspecify.annotations.Nullable String body, String type) {
        return send(method, path, body, type, true);
    }

    private Answer send(
            String method,
            String path,
            @org.jspecify.annotations.Nullable String body,
            String type,
            boolean withToken) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", type)
                .header("Accept", "application/json, text/html;q=0.5, */*;q=0.1")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        return sent(request, withToken);
    }

    private Answer sent(HttpRequest.Builder request, boolean withToken) {
        HttpResponse<String> answer = exchanged(request, withToken);
        return new Answer(answer.statusCode(), answer.body());
    }

    private HttpResponse<String> exchanged(HttpRequest.Builder request, boolean withToken) {
        for (HttpCookie cookie : cookies.getCookieStore().getCookies()) {
            if (withToken && cookie.getName().equals("XSRF-TOKEN")) {
                request.header("X-XSRF-TOKEN", cookie.getValue());
            }
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
