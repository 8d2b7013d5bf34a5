class ÿ A { void Mş() { CafÃ©.Go(); } }
