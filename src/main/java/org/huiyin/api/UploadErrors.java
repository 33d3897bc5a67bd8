package org.huiyin.api;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** Uploads are taken apart before it is known who wanted them, so what is wrong with them is said for everybody. */
@RestControllerAdvice
class UploadErrors {
    @ExceptionHandler
    ResponseEntity<ProblemDetail> broken(MultipartException upload) {
        return upload instanceof MaxUploadSizeExceededException
                ? Problems.of(HttpStatus.PAYLOAD_TOO_LARGE, "文件过大：最大 50 MB，请拆成几个文件分别导入。")
                : Problems.of(HttpStatus.BAD_REQUEST, "上传的内容不完整，或者不是 multipart/form-data 格式，请检查后重新上传。");
    }
}
