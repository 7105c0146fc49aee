package org.relevo.notification;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.templatemode.TemplateMode;

/** Resolves the text part of mails, which is text and not HTML. */
@Configuration(proxyBeanMethods = false)
class MailTemplates {

    @Bean
    SpringResourceTemplateResolver mailTextTemplates() {
        var resolver = new SpringResourceTemplateResolver();
        resolver.setPrefix("classpath:/templates/");
        resolver.setResolvablePatterns(java.util.Set.of("mail/*.txt"));
        resolver.setCheckExistence(true);
        resolver.setTemplateMode(TemplateMode.TEXT);
        resolver.setCharacterEncoding("UTF-8");
        resolver.setOrder(1);
        return resolver;
    }
}
