package fundtrail.command.http;

import fundtrail.command.open.Openings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** While there is no ledger, every address says so, but those by which it is opened or described. */
final class OpenLedgerOnly implements HandlerInterceptor, WebMvcConfigurer {
    private final Openings openings;

    OpenLedgerOnly(Openings openings) {
        this.openings = openings;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).excludePathPatterns(OpeningController.CLAIMS, "/openapi.json");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        List<String> awaited = openings.awaited();
        if (!awaited.isEmpty()) {
            throw new TurnedAway(DoorCode.LEDGER_NOT_OPENED).with("awaited", String.join(", ", awaited));
        }
        return true;
    }
}
