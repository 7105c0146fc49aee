package org.relevo.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.relevo.platform.DatabaseFailure;
import org.relevo.platform.Refusal;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** What a person sees when a page cannot be shown or an action is refused. Machines get problem details elsewhere. */
@Component
class PageErrors implements HandlerExceptionResolver, ErrorViewResolver, Ordered {

    private static final Set<Integer> KINDS = Set.of(400, 403, 404, 409, 500);

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (!(handler instanceof HandlerMethod method) || !drawsPages(method)) {
            return null;
        }
        var refusal = refusal(failure);
        if (refusal == null) {
            return null;
        }
        var status = statusOf(refusal);
        var view = page(status, new HashMap<>(Map.of("refusal", String.valueOf(refusal.getMessage()))));
        view.setStatus(status);
        return view;
    }

    private static @Nullable Refusal refusal(Exception failure) {
        if (failure instanceof Refusal refusal) {
            return refusal;
        }
        return DatabaseFailure.isOfWhatWasSent(failure)
                ? new Refusal.Invalid("", "It holds a character that cannot be stored. Remove it.")
                : null;
    }

    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        return page(status, new HashMap<>(model));
    }

    private static ModelAndView page(HttpStatus status, Map<String, Object> model) {
        model.put("status", status.value());
        model.put("kind", kind(status));
        return new ModelAndView("error", model, status);
    }

    private static int kind(HttpStatus status) {
        if (KINDS.contains(status.value())) {
            return status.value();
        }
        return status.is4xxClientError() ? 400 : 500;
    }

    private static HttpStatus statusOf(Refusal refusal) {
        if (refusal instanceof Refusal.NotFound) {
            return HttpStatus.NOT_FOUND;
        }
        if (refusal instanceof Refusal.NotAllowed) {
            return HttpStatus.FORBIDDEN;
        }
        return refusal instanceof Refusal.Conflict ? HttpStatus.CONFLICT : HttpStatus.BAD_REQUEST;
    }

    private static boolean drawsPages(HandlerMethod method) {
        return !AnnotatedElementUtils.hasAnnotation(method.getBeanType(), ResponseBody.class)
                && !method.hasMethodAnnotation(ResponseBody.class);
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
