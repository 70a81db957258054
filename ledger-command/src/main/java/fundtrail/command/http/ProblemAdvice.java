package fundtrail.command.http;

import fundtrail.command.decide.Decision.Refused;
import fundtrail.command.refusals.RefusalTexts;
import fundtrail.eventstore.LaneFailure;
import fundtrail.tokens.TokenRefused;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Turns everything that goes wrong into a problem document in the caller's language, and nothing internal into it. */
@RestControllerAdvice
final class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final MediaType PROBLEM_JSON = MediaType.parseMediaType(Problem.MEDIA_TYPE);

    private final DoorTexts doorTexts = new DoorTexts();
    private final RefusalTexts refusalTexts = new RefusalTexts();
    private final DoorMeters meters;

    ProblemAdvice(DoorMeters meters) {
        this.meters = meters;
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refused(RefusedWish problem, HttpServletRequest request) {
        Refused refused = problem.refused();
        Locale locale = request.getLocale();
        List<Problem.Fault> faults = refused.faults().stream()
                .map(fault -> {
                    RefusalTexts.Text text = refusalTexts.render(fault.why(), locale);
                    return new Problem.Fault(fault.row(), fault.field(), fault.why().code().name(), text.what(), text.advice());
                })
                .toList();
        RefusalTexts.Text text = refusalTexts.render(refused, locale);
        return answer(refused.code().httpStatus, refused.code().name(),
                new Problem.Text(text.title(), text.what(), text.advice()), request, faults).build();
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refusedFile(RefusedFile problem, HttpServletRequest request) {
        meters.turnedAway(DoorCode.FILE_REFUSED);
        ImportAnswer found = problem.found();
        List<Problem.Fault> faults = found.faults().stream()
                .map(fault -> new Problem.Fault(fault.row(), fault.column(), fault.code(), fault.what(), fault.advice()))
                .toList();
        Problem.Text text = doorTexts.of(DoorCode.FILE_REFUSED,
                Map.of("batch", found.batch(), "faults", Integer.toString(faults.size())), request.getLocale());
        return answer(DoorCode.FILE_REFUSED.httpStatus(), DoorCode.FILE_REFUSED.name(), text, request, faults).build();
    }

    @ExceptionHandler
    ResponseEntity<byte[]> turnedAway(TurnedAway problem, HttpServletRequest request) {
        Answering answering = door(problem.code(), problem.details(), request);
        if (problem.retryAfter() > 0) {
            answering.header("Retry-After", Long.toString(problem.retryAfter()));
        }
        if (problem.code() == DoorCode.TOO_SLOW) {
            answering.header("Connection", "close");
        }
        return answering.build();
    }

    @ExceptionHandler
    ResponseEntity<byte[]> token(TokenRefused problem, HttpServletRequest request) {
        TokenRefused.Text text = problem.text(request.getLocale());
        boolean keysAway = problem.reason() == TokenRefused.Reason.KEYS_UNAVAILABLE;
        DoorCode code = keysAway ? DoorCode.TOKENS_UNCHECKABLE : DoorCode.TOKEN_REFUSED;
        meters.turnedAway(code);
        Answering answering = answer(code.httpStatus(), keysAway ? code.name() : "TOKEN_" + problem.reason(),
                new Problem.Text(text.title(), text.detail(), text.advice()), request, List.of());
        return (keysAway ? answering.header("Retry-After", "30")
                : answering.header("WWW-Authenticate", "Bearer error=\"invalid_token\"")).build();
    }

    @ExceptionHandler
    ResponseEntity<byte[]> noAddress(NoResourceFoundException problem, HttpServletRequest request) {
        return door(DoorCode.ADDRESS_UNKNOWN, Map.of("address", request.getRequestURI()), request).build();
    }

    @ExceptionHandler
    ResponseEntity<byte[]> noHandler(NoHandlerFoundException problem, HttpServletRequest request) {
        return door(DoorCode.ADDRESS_UNKNOWN, Map.of("address", request.getRequestURI()), request).build();
    }

    @ExceptionHandler
    ResponseEntity<byte[]> method(HttpRequestMethodNotSupportedException problem, HttpServletRequest request) {
        return door(DoorCode.METHOD_NOT_ALLOWED,
                Map.of("method", problem.getMethod(), "address", request.getRequestURI()), request).build();
    }

    @ExceptionHandler
    ResponseEntity<byte[]> database(SQLException problem, HttpServletRequest request) {
        LOG.warn("database away: {}", problem.toString());
        return door(DoorCode.DATABASE_AWAY, Map.of(), request).build();
    }

    /** An answer given before is made again from facts, which are read from the database. */
    @ExceptionHandler
    ResponseEntity<byte[]> facts(EventStoreException problem, HttpServletRequest request) {
        return problem.getCause() instanceof SQLException away ? database(away, request) : anything(problem, request);
    }

    /** What is only looked at is looked at in the lane, too. */
    @ExceptionHandler
    ResponseEntity<byte[]> lane(LaneFailure problem, HttpServletRequest request) {
        return LaneProblems.of(problem) instanceof TurnedAway away ? turnedAway(away, request) : anything(problem, request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> anything(Exception problem, HttpServletRequest request) {
        LOG.error("request failed", problem);
        return door(DoorCode.INTERNAL, Map.of("correlation", Correlation.of(request)), request).build();
    }

    private Answering door(DoorCode code, Map<String, String> details, HttpServletRequest request) {
        meters.turnedAway(code);
        Answering answering = answer(code.httpStatus(), code.name(),
                doorTexts.of(code, details, request.getLocale()), request, List.of());
        return code.httpStatus() == 503 ? answering.header("Retry-After", "1") : answering;
    }

    private static Answering answer(
            int status, String code, Problem.Text text, HttpServletRequest request, List<Problem.Fault> faults) {
        Problem problem = Problem.of(status, code, text, request.getRequestURI(), Correlation.of(request), faults);
        return new Answering(ResponseEntity.status(status).contentType(PROBLEM_JSON), problem);
    }

    private record Answering(ResponseEntity.BodyBuilder builder, Problem problem) {
        Answering header(String name, String value) {
            builder.header(name, value);
            return this;
        }

        ResponseEntity<byte[]> build() {
            return builder.body(problem.json());
        }
    }
}
