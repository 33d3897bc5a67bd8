package org.huiyin.casefile;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A file on its way in: on disk for as long as it is looked at, so that memory holds a piece of it at most. */
public final class IncomingFile implements Closeable {
    private final Path file;
    private final MessageDigest digest;
    private final long size;

    private IncomingFile(Path file, MessageDigest digest, long size) {
        this.file = file;
        this.digest = digest;
        this.size = size;
    }

    /** Reads no further than the file may be long. */
    static IncomingFile receive(InputStream content, long largest) {
        try {
            Path file = Files.createTempFile("huiyin-attachment", ".part");
            try {
                MessageDigest digest = sha256();
                long size;
                try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
                    size = copy(content, out, largest);
                }
                return new IncomingFile(file, digest, size);
            } catch (IOException | RuntimeException refused) {
                Files.deleteIfExists(file);
                throw refused;
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static long copy(InputStream content, OutputStream out, long largest) throws IOException {
        byte[] piece = new byte[65_536];
        long size = 0;
        for (int got = content.read(piece); got >= 0; got = content.read(piece)) {
            size += got;
            if (size > largest) {
                throw FileCheck.wrong("超过" + FileSize.inWords(largest) + "，请压缩图片、降低扫描精度或者分成几个文件上传。");
            }
            out.write(piece, 0, got);
        }
        return size;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    FileType type() {
        return FileCheck.typeOf(file);
    }

    long size() {
        return size;
    }

    byte[] digest() {
        try {
            return ((MessageDigest) digest.clone()).digest();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    InputStream open() throws IOException {
        return Files.newInputStream(file);
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
