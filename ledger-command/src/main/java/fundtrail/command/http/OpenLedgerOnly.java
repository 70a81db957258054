package fundtrail.command.http;

import fundtrail.command.WritingSide;
import fundtrail.command.open.Openings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** While another node writes, or there is no ledger, every address says so, but those by which it is opened or described. */
final class OpenLedgerOnly implements HandlerInterceptor, WebMvcConfigurer {
    private final WritingSide ledger;
    private final Openings openings;

    OpenLedgerOnly(WritingSide ledger, Openings openings) {
        this.ledger = ledger;
        this.openings = openings;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).excludePathPatterns("/openapi.json");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (ledger.isStandby()) {
            throw TurnedAway.standby(ledger.engine().active());
        }
        List<String> awaited = openings.awaited();
        if (!awaited.isEmpty() && !request.getRequestURI().equals(OpeningController.CLAIMS)) {
            throw new TurnedAway(DoorCode.LEDGER_NOT_OPENED).with("awaited", String.join(", ", awaited));
        }
        return true;
    }
}
