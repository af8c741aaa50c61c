package kr.minwon.complaint.broken.complaint;

import org.apache.kafka.clients.producer.ProducerRecord;

/** Breaks a rule of the house on purpose: a domain that sends. */
public record SpeaksKafka(ProducerRecord<String, String> event) {}
