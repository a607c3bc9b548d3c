package io.tiktoken.auth.config;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets a request leave out what is optional, such as {@code displayName}. What is compulsory says so itself with
 * {@code @NotNull}. The defaults' customizer is the last one to touch the builder, hence a post-processor.
 */
@Component
class OptionalFields implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof JsonMapper.Builder builder
                ? builder.disable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                : bean;
    }
}
