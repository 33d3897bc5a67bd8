package org.huiyin.testkit;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.huiyin.engine.HuiyinMode;

/** A caller of /api/v1: an officer of the demo city with his password, or a petitioner with none. */
public final class Api {
    /** Escapes what is not ASCII: halves of characters travel as they are. */
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String BOUNDARY = "letters-follow-here";

    public record Answer(int status, String body, HttpHeaders headers) {
        public JsonNode json() {
            try {
                return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(body, e);
            }
        }

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        @Override
        public String toString() {
            return status + " " + body;
        }
    }

    private final String base;
    private final Optional<String> login;

    private Api(int port, Optional<String> login) {
        this.base = "http://localhost:" + port;
        this.login = login;
    }

    public static Api anonymous(int port) {
        return new Api(port, Optional.empty());
    }

    public static Api as(int port, String officer) {
        return as(port, officer, HuiyinMode.DEMO_PASSWORD);
    }

    public static Api as(int port, String officer, String password) {
        byte[] both = (officer + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new Api(port, Optional.of("Basic " + Base64.getEncoder().encodeToString(both)));
    }

    public Answer get(String path) {
        return send("GET", path, Map.of(), BodyPublishers.noBody());
    }

    public Answer post(String path, Object body) {
        return post(path, body, Map.of());
    }

    public Answer post(String path, Object body, Map<String, String> headers) {
        try {
            return send(
                    "POST",
                    path,
                    withType(headers, "application/json"),
                    BodyPublishers.ofString(JSON.writeValueAsString(body)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Any bytes as any type, also what no well-meaning caller would send. */
    public Answer raw(String method, String path, String type, byte[] body) {
        return send(method, path, Map.of("Content-Type", type), BodyPublishers.ofByteArray(body));
    }

    public Answer upload(String path, String fileName, byte[] file) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return raw("POST", path, "multipart/form-data; boundary=" + BOUNDARY, body.toByteArray());
    }

    private static Map<String, String> withType(Map<String, String> headers, String type) {
        Map<String, String> all = new java.util.HashMap<>(headers);
        all.put("Content-Type", type);
        return all;
    }

    private Answer send(String method, String path, Map<String, String> headers, HttpRequest.BodyPublisher body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).method(method, body);
        login.ifPresent(value -> request.header("Authorization", value));
        headers.forEach(request::header);
        try {
            HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(answer.statusCode(), answer.body(), answer.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
