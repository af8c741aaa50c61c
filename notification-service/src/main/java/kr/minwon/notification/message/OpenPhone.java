package kr.minwon.notification.message;

import java.util.function.UnaryOperator;

/** Opens a sealed phone number. */
@FunctionalInterface
public interface OpenPhone extends UnaryOperator<String> {}
