package org.huiyin.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.huiyin.kernel.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * CSV in UTF-8 or XLSX, told apart by their first bytes. Other encodings are refused, not guessed: nearly every text can be
 * read as GB18030, and a wrong guess would put wrong characters into people's names without anybody noticing.
 */
final class LetterFile {
    private static final long MOST_UNPACKED = 100_000_000;
    private static final int MOST_ENTRIES = 1_000;
    private static final int MOST_COLUMNS = 100;
    private static final double LAST_DAY_OF_EXCEL = 2_958_466;

    private LetterFile() {}

    static Sheet read(byte[] file) {
        if (file.length == 0) {
            throw Sheet.wrong("文件是空的，请检查后重新上传。");
        }
        if (startsWith(file, 'P', 'K', 3, 4)) {
            return xlsx(file);
        }
        if (startsWith(file, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw Sheet.wrong("这是旧版 Excel（.xls）文件，请另存为 .xlsx 后重新上传。");
        }
        return csv(text(file));
    }

    private static Sheet csv(String text) {
        CSVFormat format =
                CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();
        try (CSVParser parser = CSVParser.parse(text, format)) {
            return Sheet.of(parser.stream().map(LetterFile::row));
        } catch (InvalidInput wrong) {
            throw wrong;
        } catch (IOException | RuntimeException broken) {
            throw Sheet.wrong("不是完整的 CSV 文件：引号没有配对，或者引号后面还有文字。请用 Excel 另存为“CSV UTF-8（逗号分隔）”后重新上传。");
        }
    }

    private static Sheet.Row row(CSVRecord line) {
        if (line.size() > MOST_COLUMNS) {
            throw tooWide(line.getRecordNumber());
        }
        return new Sheet.Row(Math.toIntExact(line.getRecordNumber()), line.toList());
    }

    private static String text(byte[] file) {
        if (startsWith(file, 0xFF, 0xFE) || startsWith(file, 0xFE, 0xFF)) {
            throw Sheet.wrong("文件是 UTF-16 编码，请另存为“CSV UTF-8（逗号分隔）”或者 .xlsx 后重新上传。");
        }
        int bom = startsWith(file, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file, bom, file.length - bom))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            String guess = isGb18030(file) ? "（看起来是 GBK/GB18030）" : "";
            throw Sheet.wrong("文件不是 UTF-8 编码" + guess + "，请在 Excel 中另存为“CSV UTF-8（逗号分隔）”或者 .xlsx 后重新上传。");
        }
    }

    private static boolean isGb18030(byte[] file) {
        try {
            Charset.forName("GB18030").newDecoder().decode(ByteBuffer.wrap(file));
            return true;
        } catch (CharacterCodingException neither) {
            return false;
        }
    }

    private static Sheet xlsx(byte[] file) {
        refuseBombs(file);
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file));
                Stream<org.dhatim.fastexcel.reader.Row> rows =
                        book.getFirstSheet().openStream()) {
            List<Integer> times = new ArrayList<>();
            return Sheet.of(rows.map(row -> row(row, times)));
        } catch (InvalidInput wrong) {
            throw wrong;
        } catch (IOException | RuntimeException broken) {
            throw Sheet.wrong("不是可以读懂的 .xlsx 文件，请用 Excel 或 WPS 打开检查，另存后重新上传。");
        }
    }

    /** Remembers from the header which cells hold times: to Excel those are numbers. */
    private static Sheet.Row row(org.dhatim.fastexcel.reader.Row row, List<Integer> times) {
        int line = row.getRowNum();
        if (row.getCellCount() > MOST_COLUMNS) {
            throw tooWide(line);
        }
        List<String> cells = IntStream.range(0, row.getCellCount())
                .mapToObj(i -> cell(row.getOptionalCell(i).orElse(null), times.contains(i)))
                .toList();
        if (times.isEmpty()) {
            IntStream.range(0, cells.size())
                    .filter(i -> Column.named(cells.get(i).strip())
                            .filter(Column.RECEIVED_AT::equals)
                            .isPresent())
                    .forEach(times::add);
        }
        return new Sheet.Row(line, cells);
    }

    /** A formula stays the text it is; nothing is ever calculated. */
    private static String cell(@Nullable Cell cell, boolean isTime) {
        if (cell == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
            return "";
        }
        if (cell.getType() == CellType.FORMULA) {
            return "=" + cell.getFormula();
        }
        if (cell.getType() != CellType.NUMBER) {
            return String.valueOf(cell.getValue());
        }
        BigDecimal number = cell.asNumber();
        if (isTime && number.signum() > 0 && number.doubleValue() < LAST_DAY_OF_EXCEL) {
            return cell.asDate().toString();
        }
        return number.stripTrailingZeros().toPlainString();
    }

    /** Unpacks for counting only, in the same order as the reader would. */
    private static void refuseBombs(byte[] file) {
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .get()) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
            long unpacked = 0;
            for (ZipArchiveEntry entry : entries) {
                try (InputStream content = zip.getInputStream(entry)) {
                    unpacked += size(content, MOST_UNPACKED - unpacked);
                }
            }
            if (entries.size() > MOST_ENTRIES || unpacked > MOST_UNPACKED) {
                throw Sheet.wrong("解压后超过 100 MB，无法导入，请拆成几个文件，或者改用 CSV UTF-8。");
            }
        } catch (IOException | RuntimeException broken) {
            if (broken instanceof InvalidInput wrong) {
                throw wrong;
            }
            throw Sheet.wrong("不是完整的 .xlsx 文件，请用 Excel 或 WPS 打开检查，另存后重新上传。");
        }
    }

    private static long size(InputStream content, long enough) throws IOException {
        byte[] buffer = new byte[65_536];
        long size = 0;
        for (int got = content.read(buffer); got >= 0 && size <= enough; got = content.read(buffer)) {
            size += got;
        }
        return size;
    }

    private static InvalidInput tooWide(long line) {
        return Sheet.wrong("第" + line + "行的列数太多，最多" + MOST_COLUMNS + "列。");
    }

    private static boolean startsWith(byte[] file, int... start) {
        return file.length >= start.length
                && IntStream.range(0, start.length).allMatch(i -> (file[i] & 0xFF) == start[i]);
    }
}
