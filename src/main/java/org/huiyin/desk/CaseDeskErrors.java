package org.huiyin.desk;

import org.huiyin.casefile.NoSuchPetition;
import org.huiyin.deadline.NoSuchRuleChange;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.organ.RightMissing;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Refusals below the webapps' login: a Chinese sentence each, and no more about the inside than that. */
@RestControllerAdvice(
        assignableTypes = {
            AttachmentPages.class,
            BoardPages.class,
            CaseDeskPages.class,
            ContactsPages.class,
            ContributionPages.class,
            DigestPages.class,
            DispatchDeskPages.class,
            FormDraftPages.class,
            IndicatorPages.class,
            LedgerPages.class,
            LikeMattersPages.class,
            ProcedurePages.class,
            ProtectionPages.class,
            RegistrationPages.class,
            RelationsPages.class,
            ReminderPages.class,
            RulesPages.class,
            SameMatterPages.class,
            TrailPages.class,
            UrgentPages.class,
            WorkloadPages.class,
            WorklistPages.class
        })
@Order(Ordered.HIGHEST_PRECEDENCE)
class CaseDeskErrors {
    private static final Logger log = LoggerFactory.getLogger(CaseDeskErrors.class);

    @ExceptionHandler(NotLoggedIn.class)
    ResponseEntity<ProblemDetail> notLoggedIn(NotLoggedIn refusal) {
        return answer(HttpStatus.UNAUTHORIZED, refusal.getMessage());
    }

    @ExceptionHandler(NoRight.class)
    ResponseEntity<ProblemDetail> noRight(NoRight refusal) {
        return answer(HttpStatus.FORBIDDEN, refusal.getMessage());
    }

    @ExceptionHandler(RightMissing.class)
    ResponseEntity<ProblemDetail> rightMissing(RightMissing refusal) {
        return answer(HttpStatus.FORBIDDEN, refusal.getMessage());
    }

    @ExceptionHandler({NoSuchPetition.class, NoSuchRuleChange.class})
    ResponseEntity<ProblemDetail> nothingThere(RuntimeException refusal) {
        return answer(HttpStatus.NOT_FOUND, refusal.getMessage());
    }

    @ExceptionHandler(InvalidInput.class)
    ResponseEntity<ProblemDetail> invalid(InvalidInput refusal) {
        return answer(HttpStatus.UNPROCESSABLE_ENTITY, refusal.getMessage());
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException refusal) {
        return answer(HttpStatus.BAD_REQUEST, "请求内容无法读取，请刷新页面后重试。");
    }

    @ExceptionHandler(RuntimeException.class)
    ResponseEntity<ProblemDetail> failed(RuntimeException failure) {
        log.error("a page of the desk could not be served", failure);
        return answer(HttpStatus.INTERNAL_SERVER_ERROR, "暂时办不成，请稍后再试；仍然不行，请联系管理员。");
    }

    private static ResponseEntity<ProblemDetail> answer(HttpStatus status, @Nullable String sentence) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setDetail(sentence);
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
