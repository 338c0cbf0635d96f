"""The face of the public: programmes, figures, sessions."""
