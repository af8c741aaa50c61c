package kr.minwon.notification.broken.message.mongo;

import com.mongodb.client.MongoDatabase;

/** Breaks two rules on purpose. */
public record PageThatReachesIntoTheStore(MongoDatabase database) {}
