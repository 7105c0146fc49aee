package org.relevo.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives every page, error pages among them, {@code frame}, {@code kept} and {@code when} as request attributes. */
@Component
class FrameAroundPages implements HandlerInterceptor, WebMvcConfigurer {

    private final PersonsLocale locales;
    private final ObjectProvider<Viewers> viewers;
    private final ObjectProvider<NavigationEntry> entries;
    private final MessageSource messages;
    private final Clock clock;

    FrameAroundPages(
            PersonsLocale locales,
            ObjectProvider<Viewers> viewers,
            ObjectProvider<NavigationEntry> entries,
            MessageSource messages,
            Clock clock) {
        this.locales = locales;
        this.viewers = viewers;
        this.entries = entries;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).excludePathPatterns("/assets/**", "/api/**", "/v2/**", "/actuator/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var viewer = locales.viewer(request);
        request.setAttribute("frame", new Frame(viewer, viewers.getIfAvailable(), entries()));
        request.setAttribute("kept", new Kept(request, response));
        request.setAttribute("when", new When(clock.instant(), zone(viewer), locales.resolveLocale(request), messages));
        return true;
    }

    private List<NavigationEntry> entries() {
        return entries.orderedStream().toList();
    }

    private static ZoneId zone(@Nullable Viewer viewer) {
        return viewer == null ? ZoneOffset.UTC : viewer.zone();
    }
}
