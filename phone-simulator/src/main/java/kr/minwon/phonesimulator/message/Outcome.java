package kr.minwon.phonesimulator.message;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What became of a submit_sm. */
public enum Outcome {
    /** Taken and answered with a message id. */
    @JsonProperty("accepted")
    ACCEPTED,
    /** Answered with an error. */
    @JsonProperty("rejected")
    REJECTED,
    /** Taken, and by a fault on demand never answered. */
    @JsonProperty("dropped")
    DROPPED
}
