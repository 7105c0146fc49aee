package org.relevo.platform.web;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * Scripts and styles are told apart by what is in them: a browser asks each time whether they are still the same, and
 * takes them only once.
 */
@Configuration(proxyBeanMethods = false)
class Assets {

    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> etagsOfAssets() {
        var filter = new ShallowEtagHeaderFilter();
        // what is compressed on its way has not the same bytes
        filter.setWriteWeakETag(true);
        var registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns("/assets/*");
        return registration;
    }
}
