package io.tiktoken.defaults.problem;

import org.apache.catalina.Context;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import tools.jackson.databind.json.JsonMapper;

/** Puts {@link ProblemReportValve} in the place of the valve that writes HTML, on each of a service's ports. */
public final class ProblemReportCustomizer
        implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

    private final JsonMapper json;

    public ProblemReportCustomizer(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(this::replaceReportValve);
    }

    private void replaceReportValve(Context context) {
        var host = (StandardHost) context.getParent();
        for (var valve : host.getPipeline().getValves()) {
            if (valve instanceof ErrorReportValve) {
                host.getPipeline().removeValve(valve);
            }
        }
        host.getPipeline().addValve(new ProblemReportValve(json));
        // Without its name here, the host would add its default valve at the start.
        host.setErrorReportValveClass(ProblemReportValve.class.getName());
    }

    /** After Spring Boot's own customizer, which adds a valve that writes HTML. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
