package org.huiyin.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses what is too long to be a letter, and what another site makes a browser send with a remembered login. */
class RequestLimits extends OncePerRequestFilter {
    /** 100,000 characters, each written as an escape sequence, and the rest of a request. */
    static final long LONGEST_BODY = 2_000_000;

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Problems problems;

    RequestLimits(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!READING.contains(request.getMethod()) && "cross-site".equals(request.getHeader("Sec-Fetch-Site"))) {
            problems.write(response, HttpStatus.FORBIDDEN, "请求来自其他网站，已拒绝。");
        } else if (isUpload(request)) {
            chain.doFilter(request, response);
        } else if (request.getContentLengthLong() > LONGEST_BODY) {
            problems.write(response, HttpStatus.PAYLOAD_TOO_LARGE, BodyTooLong.MESSAGE);
        } else {
            chain.doFilter(new Counted(request), response);
        }
    }

    private static boolean isUpload(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
    }

    static final class BodyTooLong extends IOException {
        static final String MESSAGE = "内容过长：一次最多 2 MB；信访内容最多 100000 字，更长的请作为附件提交。";
        private static final long serialVersionUID = 1L;

        BodyTooLong() {
            super(MESSAGE);
        }
    }

    /** A body whose length is not announced is counted while it is read. */
    private static final class Counted extends HttpServletRequestWrapper {
        Counted(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new CountedStream(super.getInputStream());
        }
    }

    private static final class CountedStream extends ServletInputStream {
        private final ServletInputStream body;
        private long read;

        CountedStream(ServletInputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            int value = body.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int got = body.read(buffer, offset, length);
            count(Math.max(got, 0));
            return got;
        }

        private void count(int bytes) throws IOException {
            read += bytes;
            if (read > LONGEST_BODY) {
                throw new BodyTooLong();
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
