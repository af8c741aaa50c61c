package kr.minwon.notification.broken.message;

import org.jsmpp.bean.DeliverSm;

/** Breaks a rule on purpose. */
public record DomainThatSpeaksSmpp(DeliverSm deliver) {}
